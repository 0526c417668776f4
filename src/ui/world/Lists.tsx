import { listChange, memberChange } from '../../app/changes.ts';
import type { Host } from '../../core/host/host.ts';
import type { MailingList } from '../../core/host/lists.ts';
import { fromUtf8 } from '../shell/utf8.ts';
import { again, Adder, Drop, Field, Section, submitted, SUMMARY, Turn, Wrong } from './parts.tsx';
import { useTry } from './useWorld.ts';
import { words } from './words.ts';

function List({ host, name, list }: { host: Host; name: string; list: MailingList }) {
  const [expected, attempt] = useTry();
  const add = submitted((field, form) => {
    if (attempt(memberChange(host.id, name, field('member'), 'add')) === '') again(form);
  });
  return (
    <li className="border-t border-line">
      <details className="group">
        <summary className={SUMMARY}>
          <Turn />
          <span className="min-w-0 flex-1 wrap-anywhere" translate="no" data-wire="">
            <b className="font-[560]">{name}</b>
            <span className="text-soft">@{fromUtf8(host.domain)}</span>
          </span>
          <span className="mono text-tiny text-soft">{words.members(list.members.length)}</span>
        </summary>
        <div className="grid gap-2.5 pb-3 pl-5.5">
          <p className="text-small text-soft">
            {words.owner}{' '}
            <span className="mono wrap-anywhere" translate="no" data-wire="">
              {fromUtf8(list.owner)}
            </span>
          </p>
          <ul aria-label={words.membersOf(name)} className="grid">
            {list.members.map((member) => (
              <li key={member} className="flex min-h-8 items-center gap-2">
                <span className="mono min-w-0 flex-1 text-small wrap-anywhere" translate="no" data-wire="">
                  {fromUtf8(member)}
                </span>
                <Drop
                  what={fromUtf8(member)}
                  drop={() => attempt(memberChange(host.id, name, fromUtf8(member), 'remove'))}
                />
              </li>
            ))}
          </ul>
          <form onSubmit={add} className="flex items-end gap-2">
            <Field label={words.addMember} name="member" />
            <button type="submit" className="control">
              {words.add}
            </button>
          </form>
          <Wrong expected={expected} />
          <button
            type="button"
            onClick={() => attempt(listChange(host.id, name, '', 'remove'))}
            className="control chip justify-self-start"
          >
            {words.remove(name)}
          </button>
        </div>
      </details>
    </li>
  );
}
/** Names that send what they get to all their members, under a sender of their own. */
export function Lists({ host }: { host: Host }) {
  const [expected, attempt] = useTry();
  const lists = Object.entries(host.store.lists ?? {});
  const add = submitted((field, form) => {
    if (attempt(listChange(host.id, field('name'), field('owner'), 'add')) === '') again(form);
  });
  return (
    <Section title={words.lists}>
      {lists.length === 0 && <p className="border-t border-line py-2 text-soft">{words.noLists}</p>}
      <ul>
        {lists.map(([name, list]) => (
          <List key={name} host={host} name={fromUtf8(name)} list={list} />
        ))}
      </ul>
      <Adder title={words.addList} add={add} expected={expected}>
        <Field label={words.name} name="name" />
        <Field label={words.owner} name="owner" hint={words.ownerHint} />
      </Adder>
    </Section>
  );
}
