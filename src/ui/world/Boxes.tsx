import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { mailboxChange, mailboxesOf, renaming } from '../../app/changes.ts';
import type { Host, User } from '../../core/host/host.ts';
import { fromUtf8 } from '../shell/utf8.ts';
import { again, Drop, Field, ICON, submitted, Wrong } from './parts.tsx';
import { useTry } from './useWorld.ts';
import { words } from './words.ts';

interface RowProps {
  /** As its owner calls it. */
  readonly name: string;
  readonly stays: boolean;
  readonly remove: () => string;
  readonly rename: (to: string) => string;
}
function Box({ name, stays, remove, rename }: RowProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const leave = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const save = submitted((field) => {
    if (rename(field('to')) === '') setOpen(false);
  });
  return (
    <li>
      <div className="flex min-h-8 items-center">
        <span className="mono min-w-0 flex-1 text-small wrap-anywhere" translate="no" data-wire="">
          {name}
        </span>
        <button
          ref={opener}
          type="button"
          aria-label={words.rename(name)}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className={ICON}
        >
          <Pencil className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        </button>
        {!stays && <Drop what={name} drop={remove} />}
      </div>
      {open && (
        <form onSubmit={save} className="grid gap-1 pb-2">
          <div className="flex items-end gap-2">
            <Field label={words.renameTo} name="to" value={name} focus leave={leave} />
            <button type="submit" className="control">
              {words.setName}
            </button>
          </div>
          <p className="text-tiny text-soft">{stays ? words.inboxStays : words.below}</p>
        </form>
      )}
    </li>
  );
}
/** What somebody has of their own; INBOX is always there. */
export function Boxes({ host, user }: { host: Host; user: User }) {
  const [expected, attempt] = useTry();
  const list = useRef<HTMLUListElement>(null);
  const set = (name: string, phase: 'add' | 'remove'): string =>
    attempt(mailboxChange(host.id, user.name, name, phase));
  const rename = (mailbox: string, to: string): string => {
    const wrong = attempt(renaming(host.id, user.name, mailbox, to));
    // under another name it is another row
    if (wrong === '') list.current?.focus();
    return wrong;
  };
  const add = submitted((field, form) => {
    if (set(field('mailbox'), 'add') === '') again(form);
  });
  return (
    <>
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={words.boxes(fromUtf8(user.name))}
        className="grid rounded-control"
      >
        {mailboxesOf(host, user.name).map(({ name, stays }) => (
          <Box
            key={name}
            name={fromUtf8(name)}
            stays={stays}
            remove={() => set(fromUtf8(name), 'remove')}
            rename={(to) => rename(name, to)}
          />
        ))}
      </ul>
      <form onSubmit={add} className="flex items-end gap-2">
        <Field label={words.addBox} name="mailbox" />
        <button type="submit" className="control">
          {words.add}
        </button>
      </form>
      <Wrong expected={expected} />
    </>
  );
}
