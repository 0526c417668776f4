import { aliasChange, dismissal, quotaChange, userChange } from '../../app/changes.ts';
import type { Host, User } from '../../core/host/host.ts';
import { fromUtf8 } from '../shell/utf8.ts';
import { grouped } from '../messages/grouped.ts';
import { Boxes } from './Boxes.tsx';
import { again, Adder, Drop, dropRow, Field, Section, submitted, SUMMARY, Turn, Wrong } from './parts.tsx';
import { useTry } from './useWorld.ts';
import { words } from './words.ts';

function Person({ host, user }: { host: Host; user: User }) {
  const [expected, attempt] = useTry();
  const name = fromUtf8(user.name);
  const renew = submitted((field) => {
    void userChange(host.id, name, field('password')).then(attempt);
  });
  const limit = submitted((field) => {
    const text = field('quota').trim();
    attempt(quotaChange(host.id, user.name, text === '' ? null : Number(text)));
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
          {user.quota !== undefined && (
            <span className="mono text-tiny text-soft">{grouped(user.quota)}</span>
          )}
        </summary>
        <div className="grid gap-2.5 pb-3 pl-5.5">
          <form onSubmit={renew} className="flex items-end gap-2">
            <Field label={words.password} name="password" value={fromUtf8(user.password)} />
            <button type="submit" className="control">
              {words.setPassword}
            </button>
          </form>
          <form onSubmit={limit} className="flex items-end gap-2">
            <Field
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
            onClick={(event) => dropRow(event.currentTarget, () => attempt(dismissal(host.id, user.name)))}
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
  const [expected, attempt] = useTry();
  const users = Object.values(host.store.users);
  const add = submitted((field, form) => {
    void userChange(host.id, field('name').trim(), field('password')).then((change) => {
      if (attempt(change) === '') again(form);
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
      <Adder title={words.addPerson} add={add} expected={expected}>
        <Field label={words.name} name="name" />
        <Field label={words.password} name="password" />
      </Adder>
    </Section>
  );
}
/** Names that stand for others. */
export function Aliases({ host }: { host: Host }) {
  const [expected, attempt] = useTry();
  const aliases = Object.entries(host.store.aliases ?? {});
  const add = submitted((field, form) => {
    if (attempt(aliasChange(host.id, field('name'), field('to'))) === '') again(form);
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
            <Drop what={fromUtf8(name)} drop={() => attempt(aliasChange(host.id, fromUtf8(name), ''))} />
          </li>
        ))}
      </ul>
      <Adder title={words.addAlias} add={add} expected={expected}>
        <Field label={words.name} name="name" />
        <Field label={words.standsFor} name="to" hint={words.standsForHint} />
      </Adder>
    </Section>
  );
}
