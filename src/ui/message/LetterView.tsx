import type { Letter, LetterField } from '../../core/trace/letter.ts';
import { useLateMessages } from '../messages/late.ts';
import { visible } from '../shell/words.ts';
import { Hops } from './Hops.tsx';

/** Written by the server at final delivery, from the envelope (RFC 5321 §4.4). */
const KEPT = 'return-path';
const LINES = 200;

function Field({ field: { name, value, lines } }: { field: LetterField }) {
  const { message } = useLateMessages();
  const kept = name.toLowerCase() === KEPT;
  return (
    <div className="border-t border-line py-1 first:border-0">
      <dt className="mono float-left mr-2 text-small leading-5 text-soft" translate="no" data-wire="">
        {visible(name)}:
      </dt>
      <dd className="mono text-small leading-5 wrap-anywhere">
        <span translate="no" data-wire="" className={kept ? 'text-client' : ''}>
          {visible(value.replaceAll('\t', ' '))}
        </span>
        {lines > 1 && <Aside>{message.folded(lines)}</Aside>}
        {kept && <Aside>{message.kept}</Aside>}
      </dd>
    </div>
  );
}
const Aside = ({ children }: { children: string }) => (
  <span className="ml-2 font-sans text-tiny whitespace-nowrap text-soft italic">{children}</span>
);
/** The beginning of the text, and how many lines follow. */
function beginning(octets: string, from: number): { readonly text: string; readonly more: number } {
  let at = from;
  for (let n = 0; n < LINES; n++) {
    const feed = octets.indexOf('\n', at);
    if (feed < 0) return { text: octets.slice(from), more: 0 };
    at = feed + 1;
  }
  let more = 0;
  for (let feed = octets.indexOf('\n', at); feed >= 0; feed = octets.indexOf('\n', feed + 1)) more++;
  return { text: octets.slice(from, at), more };
}

/** The letter as its writer wrote it: the header, field by field, and the text. */
export function LetterView({ letter, coming }: { letter: Letter; coming: boolean }) {
  const { message } = useLateMessages();
  const { octets, fields, body } = letter;
  const { text, more } = beginning(octets, body);
  return (
    <>
      <Hops fields={fields} />
      <section aria-label={message.header} className="px-4 pt-3">
        <div className="flex items-baseline justify-between gap-3">
          <h3 className="text-small font-[600]">{message.header}</h3>
          <span className="mono text-tiny text-soft">{message.size(octets.length)}</span>
        </div>
        {fields.length === 0 ? (
          <p className="py-1 text-small text-soft">{message.noHeader}</p>
        ) : (
          <dl>
            {fields.map((field, i) => (
              <Field key={i} field={field} />
            ))}
          </dl>
        )}
      </section>
      <section aria-label={message.text} className="border-t border-edge mx-4 mt-2 pt-2 pb-4">
        <h3 className="mb-0.5 text-small font-[600]">{message.text}</h3>
        {text === '' && coming ? (
          <p className="text-small text-soft">{message.noText}</p>
        ) : (
          <p
            className="mono text-small leading-5 wrap-anywhere whitespace-pre-wrap"
            translate="no"
            data-wire=""
          >
            {text.split(/\r?\n/).map(visible).join('\n').trimEnd()}
          </p>
        )}
        {more > 0 && <p className="pt-1 text-small text-soft">{message.more(more)}</p>}
      </section>
    </>
  );
}
