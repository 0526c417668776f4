import { recipientsApart, sendersApart, type Difference, type Letter } from '../../core/trace/letter.ts';
import type { EnvelopeLine, Transaction } from '../../core/trace/transaction.ts';
import { useLateMessages, type LateMessages } from '../messages/late.ts';
import { gazes, useLooked } from '../shell/useGaze.ts';
import { visible } from '../shell/words.ts';

type Words = LateMessages['message'];

/** One thing the envelope says, and by which command. */
function Said({ by, line }: { by: string; line: EnvelopeLine }) {
  const { message } = useLateMessages();
  const looked = useLooked(line.event);
  const { path, parameters, refused, address } = line;
  return (
    <div
      {...gazes(line.event)}
      className={`col-span-2 -mx-1.5 grid grid-cols-subgrid rounded-control px-1.5 ${looked ? 'bg-client-glow' : ''}`}
    >
      <dt className="mono text-tiny leading-5 text-soft" translate="no" data-wire="">
        {by}
      </dt>
      <dd className="min-w-0 leading-5 wrap-anywhere">
        <span
          className={`mono text-small ${refused ? 'text-refusal line-through' : 'text-client'}`}
          translate="no"
          data-wire=""
        >
          {visible(path)}
        </span>
        {parameters !== '' && (
          <span className="mono text-tiny text-soft" translate="no" data-wire="">
            {' '}
            {visible(parameters)}
          </span>
        )}
        {refused && <span className="text-tiny text-refusal"> {message.refused}</span>}
        {address === '' && <span className="text-tiny text-soft"> {message.nowhere}</span>}
      </dd>
    </div>
  );
}
const FATES: Readonly<Record<Transaction['fate'], string>> = {
  open: 'text-client',
  taken: 'text-server',
  refused: 'text-refusal',
  dropped: 'text-soft',
};
const listed = (names: readonly string[], m: Words): string =>
  names.map(visible).reduce((before, name) => (before === '' ? name : m.and(before, name)), '');

function whoGetsIt({ header, envelope }: Difference, m: Words): string {
  if (header.length === 0 && envelope.length === 0) return '';
  if (envelope.length === 0) return m.named(listed(header, m));
  return header.length === 0
    ? m.hidden(listed(envelope, m))
    : m.apart(listed(header, m), listed(envelope, m));
}
function Differences({ transaction, letter }: { transaction: Transaction; letter: Letter }) {
  const { message: m } = useLateMessages();
  const { header, envelope } = sendersApart(letter, transaction);
  const notes = [
    whoGetsIt(recipientsApart(letter, transaction), m),
    header.length > 0 && envelope.length > 0 && envelope[0] !== ''
      ? m.senders(listed(header, m), listed(envelope, m))
      : '',
  ].filter((note) => note !== '');
  return notes.map((note) => (
    <p key={note} className="mt-2 border-l-2 border-time pl-2.5 text-small text-text" data-differs="">
      {note}
    </p>
  ));
}

/** What the server was told apart from the letter: who sends it, and who gets it. */
export function EnvelopeCard({
  transaction,
  letter,
}: {
  transaction: Transaction;
  letter: Letter | undefined;
}) {
  const { message } = useLateMessages();
  const { sender, recipients, fate } = transaction;
  return (
    <section aria-label={message.envelope} className="px-3 pt-3" data-envelope={fate}>
      <div className="relative overflow-hidden rounded-thing border border-edge bg-raised px-2.5 pt-2 pb-2.5">
        <Flap />
        <div className="mb-1.5 flex items-baseline justify-between gap-3">
          <h3 className="text-small font-[600]">{message.envelope}</h3>
          <span className={`text-tiny ${FATES[fate]}`} role="status">
            {message.fate[fate]}
          </span>
        </div>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
          <Said by="MAIL FROM" line={sender} />
          {recipients.map((line) => (
            <Said key={line.event} by="RCPT TO" line={line} />
          ))}
          {recipients.length === 0 && (
            <div className="col-span-2 grid grid-cols-subgrid text-small leading-5 text-soft">
              <dt className="mono text-tiny leading-5" translate="no" data-wire="">
                RCPT TO
              </dt>
              <dd>{message.nobody}</dd>
            </div>
          )}
        </dl>
      </div>
      {letter && <Differences transaction={transaction} letter={letter} />}
    </section>
  );
}
/** What is inside it is a letter: the two are not the same paper. */
const Flap = () => (
  <svg
    viewBox="0 0 100 14"
    preserveAspectRatio="none"
    className="absolute inset-x-0 top-0 h-6 w-full text-line"
    aria-hidden="true"
  >
    <path d="M0 0 50 13 100 0" fill="none" stroke="currentColor" vectorEffect="non-scaling-stroke" />
  </svg>
);
