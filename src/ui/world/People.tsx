import { ChevronRight, X } from 'lucide-react';
import { useState } from 'react';
import {
  aliasChange,
  dismissal,
  mailboxChange,
  mailboxesOf,
  quotaChange,
  userChange,
} from '../../app/changes.ts';
import type { Host, User } from '../../core/host/host.ts';
import { fromUtf8 } from '../shell/utf8.ts';
import { Field, Section, submitted, Wrong } from './parts.tsx';
import { tryChange } from './useWorld.ts';
import { words } from './words.ts';

const SUMMARY = 'flex cursor-pointer items-center gap-2 py-2 list-none [&::-webkit-details-marker]:hidden';
const Turn = () => (
  <ChevronRight
    className="size-3.5 shrink-0 text-faint transition-transform duration-[120ms] group-open:rotate-90"
    strokeWidth={2}
    aria-hidden="true"
  />
);

const Drop = ({ what, drop }: { what: string; drop: () => void }) => (
  <button
    type="button"
    aria-label={words.remove(what)}
    onClick={drop}
    className="grid size-8 shrink-0 place-items-center rounded-control text-faint hover:bg-raised hover:text-text"
  >
    <X className="size-4" strokeWidth={1.8} aria-hidden="true" />
  </button>
);
/** What somebody has of their own; INBOX is always there. */
function Boxes({ host, user }: { host: Host; user: User }) {
  const [expected, tell] = useState('');
  const set = (name: string, phase: 'add' | 'remove'): string => {
    const wrong = tryChange(mailboxChange(host.id, user.name, name, phase));
    tell(wrong);
    return wrong;
  };
  const add = submitted((field, form) => {
    if (set(field('mailbox'), 'add') === '') form.reset();
  });
  return (
    <>
      <ul aria-label={words.boxes(fromUtf8(user.name))} className="grid">
        {mailboxesOf(host, user.name).map(({ name, stays }) => (
          <li key={name} className="flex min-h-8 items-center gap-2">
            <span className="mono min-w-0 flex-1 text-small wrap-anywhere" translate="no" data-wire="">
              {fromUtf8(name)}
            </span>
            {!stays && <Drop what={fromUtf8(name)} drop={() => set(fromUtf8(name), 'remove')} />}
          </li>
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
function Person({ host, user }: { host: Host; user: User }) {
  const [expected, tell] = useState('');
  const name = fromUtf8(user.name);
  const renew = submitted((field) => {
    void userChange(host.id, name, field('password')).then((change) => tell(tryChange(change)));
  });
  const limit = submitted((field) => {
    const text = field('quota').trim();
    tell(tryChange(quotaChange(host.id, user.name, text === '' ? null : Number(text))));
  });
  return (
    <li className="border-t border-line">
      <details className="group">
        <summary className={SUMMARY}>
          <Turn />
          <span className="min-w-0 flex-1 truncate" translate="no" data-wire="">
            <b className="font-[560]">{name}</b>
            <span className="text-soft">@{fromUtf8(host.domain)}</span>
          </span>
          {user.quota !== undefined && (
            <span className="mono text-tiny text-soft">{user.quota.toLocaleString('en')}</span>
          )}
        </summary>
        <div className="grid gap-2.5 pb-3 pl-5.5">
          <form onSubmit={renew} className="flex items-end gap-2">
            <Field
              key={user.password}
              label={words.password}
              name="password"
              value={fromUtf8(user.password)}
            />
            <button type="submit" className="control">
              {words.setPassword}
            </button>
          </form>
          <form onSubmit={limit} className="flex items-end gap-2">
            <Field
              key={user.quota ?? -1}
              label={words.quota}
              name="quota"
              type="number"
              hint={words.quotaUsual}
              value={user.quota === undefined ? '' : String(user.quota)}
            />
            <button type="submit" className="control">
              {words.setQuota}
            </button>
          </form>
          <Wrong expected={expected} />
          <Boxes host={host} user={user} />
          <button
            type="button"
            onClick={() => tell(tryChange(dismissal(host.id, user.name)))}
            className="control chip justify-self-start"
          >
            {words.remove(name)}
          </button>
        </div>
      </details>
    </li>
  );
}
/** Who has an account here, and a form for somebody new. */
export function People({ host }: { host: Host }) {
  const [expected, tell] = useState('');
  const users = Object.values(host.store.users);
  const add = submitted((field, form) => {
    void userChange(host.id, field('name').trim(), field('password')).then((change) => {
      const wrong = tryChange(change);
      tell(wrong);
      if (wrong === '') form.reset();
    });
  });
  return (
    <Section title={words.people} aside={<span className="mono text-tiny text-faint">{users.length}</span>}>
      {users.length === 0 && <p className="border-t border-line py-2 text-soft">{words.nobody}</p>}
      <ul>
        {users.map((user) => (
          <Person key={user.name} host={host} user={user} />
        ))}
      </ul>
      <details className="group border-t border-line">
        <summary className={`${SUMMARY} text-soft`}>
          <Turn />
          {words.addPerson}
        </summary>
        <form onSubmit={add} className="grid gap-2 pb-3 pl-5.5">
          <Field label={words.name} name="name" />
          <Field label={words.password} name="password" />
          <Wrong expected={expected} />
          <button type="submit" className="control justify-self-start">
            {words.add}
          </button>
        </form>
      </details>
    </Section>
  );
}
/** Names that stand for others. */
export function Aliases({ host }: { host: Host }) {
  const [expected, tell] = useState('');
  const aliases = Object.entries(host.store.aliases ?? {});
  const add = submitted((field, form) => {
    const wrong = tryChange(aliasChange(host.id, field('name'), field('to')));
    tell(wrong);
    if (wrong === '') form.reset();
  });
  return (
    <Section title={words.aliases}>
      {aliases.length === 0 && <p className="border-t border-line py-2 text-soft">{words.noAliases}</p>}
      <ul>
        {aliases.map(([name, to]) => (
          <li key={name} className="flex items-center gap-2 border-t border-line py-1.5">
            <span className="mono min-w-0 flex-1 text-small wrap-anywhere" translate="no" data-wire="">
              {fromUtf8(name)} <span className="text-soft">→ {to.map(fromUtf8).join(', ')}</span>
            </span>
            <Drop
              what={fromUtf8(name)}
              drop={() => tell(tryChange(aliasChange(host.id, fromUtf8(name), '')))}
            />
          </li>
        ))}
      </ul>
      <details className="group border-t border-line">
        <summary className={`${SUMMARY} text-soft`}>
          <Turn />
          {words.addAlias}
        </summary>
        <form onSubmit={add} className="grid gap-2 pb-3 pl-5.5">
          <Field label={words.name} name="name" />
          <Field label={words.standsFor} name="to" hint={words.standsForHint} />
          <Wrong expected={expected} />
          <button type="submit" className="control justify-self-start">
            {words.add}
          </button>
        </form>
      </details>
    </Section>
  );
}
