import { Play } from 'lucide-react';
import { useEffect, useState } from 'react';

import { useEngine } from '../../app/useEngine.ts';
import { addressOf, course } from '../lesson/course.ts';
import { readerOf } from '../machine/reader.ts';
import { focusConsole } from '../shell/keys.ts';
import { Link } from '../shell/route.tsx';
import { answerTo, type Answer } from './answer.ts';
import { CLAIMS, type Claim } from './claims.ts';
import { ASPECTS, PROTOCOLS, ROWS, type Aspect, type Protocol } from './rows.ts';
import { show } from './show.ts';
import { section, words } from './words.ts';
import { useTitle } from '../shell/useTitle.ts';

type Answers = Readonly<Record<string, Answer>>;
const keyOf = (aspect: Aspect, protocol: Protocol): string => `${aspect}/${protocol}`;
let kept: Answers = {};

/** One question after the other, with the page in between. */
function useAnswers(): Answers {
  const [answers, tell] = useState<Answers>(kept);
  const lab = useEngine((s) => s.lab);
  useEffect(() => {
    const asking = new AbortController();
    const { signal } = asking;
    const ask = async (): Promise<void> => {
      for (const aspect of ASPECTS) {
        for (const protocol of PROTOCOLS) {
          const key = keyOf(aspect, protocol);
          if (signal.aborted || !lab) return;
          if (kept[key]) continue;
          const answer = await answerTo(lab, ROWS[aspect][protocol]);
          if (answer) kept = { ...kept, [key]: answer };
          await new Promise((resolve) => setTimeout(resolve));
        }
        if (!signal.aborted) tell(kept);
      }
    };
    void ask();
    return () => asking.abort();
  }, [lab]);
  return answers;
}
const titleOf = (protocol: Protocol): string => readerOf(protocol)?.title ?? protocol;

function Shown({ answer }: { answer: Answer | undefined }) {
  if (!answer) return <p className="text-small text-faint">{words.asking}</p>;
  return (
    <div className="mono grid gap-0.5 text-tiny wrap-anywhere" translate="no">
      {answer.asked !== '' && (
        <p className="text-client">
          {answer.askedAt === answer.at ? (
            <span className="sr-only">{words.asked}</span>
          ) : (
            <span className="block font-sans text-faint" translate="yes">
              {words.elsewhere}
            </span>
          )}
          <span aria-hidden="true">› </span>
          <span data-wire="">{answer.asked}</span>
        </p>
      )}
      <p className={answer.refused ? 'text-refusal' : 'text-server'}>
        <span className="sr-only">{words.said}</span>
        <span aria-hidden="true">{answer.refused ? '✗' : '‹'} </span>
        <span data-wire="">{answer.said}</span>
      </p>
    </div>
  );
}
interface CellProps {
  readonly aspect: Aspect;
  readonly protocol: Protocol;
  readonly answer: Answer | undefined;
}
function Cell({ aspect, protocol, answer }: CellProps) {
  const cell = ROWS[aspect][protocol];
  return (
    <>
      <p className="mb-1 text-small text-soft @2xl:sr-only">{titleOf(protocol)}</p>
      <p className="mb-1.5">{words.cells[aspect][protocol]}</p>
      <Shown answer={answer} />
      <p className="mt-1.5 flex flex-wrap items-center justify-between gap-2">
        <button
          type="button"
          className="control chip"
          aria-label={words.showMeOf(words.aspects[aspect], titleOf(protocol))}
          onClick={() => {
            focusConsole();
            void show(cell);
          }}
        >
          <Play className="size-3" strokeWidth={1.8} aria-hidden="true" />
          {words.showMe}
        </button>
        <span className="mono text-tiny text-faint">{section(cell.rfc)}</span>
      </p>
    </>
  );
}
function Table() {
  const answers = useAnswers();
  return (
    <table className="block w-full border-collapse @2xl:table @2xl:table-fixed">
      <thead className="sr-only @2xl:not-sr-only @2xl:table-header-group">
        <tr>
          <th scope="col" className="w-[7.5rem] pb-2 text-left text-small font-normal text-soft">
            {words.question}
          </th>
          {PROTOCOLS.map((protocol) => (
            <th key={protocol} scope="col" className="px-3 pb-2 text-left text-lead font-[640]">
              {titleOf(protocol)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block @2xl:table-row-group">
        {ASPECTS.map((aspect) => (
          <tr
            key={aspect}
            className="block border-t border-line py-3 @2xl:table-row @2xl:break-inside-avoid @2xl:py-0"
          >
            <th
              scope="row"
              className="block pb-2 text-left @max-2xl:break-after-avoid align-top text-lead font-[640] @2xl:table-cell @2xl:py-3 @2xl:pr-3 @2xl:text-body"
            >
              {words.aspects[aspect]}
            </th>
            {PROTOCOLS.map((protocol) => (
              <td
                key={protocol}
                className="block py-2 align-top @max-2xl:break-inside-avoid @2xl:table-cell @2xl:border-l @2xl:border-line @2xl:p-3"
                data-cell={keyOf(aspect, protocol)}
              >
                <Cell aspect={aspect} protocol={protocol} answer={answers[keyOf(aspect, protocol)]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
function PutRight({ claim }: { claim: Claim }) {
  const { rfc, lesson } = CLAIMS[claim];
  const { said, so } = words.claims[claim];
  const known = course.find(({ id }) => id === lesson);
  return (
    <li className="grid break-inside-avoid content-start gap-1 border-t border-line py-2.5 @max-2xl:last:break-before-avoid">
      <p className="text-soft">
        <span className="sr-only">{words.often}</span>
        <s className="decoration-refusal">{said}</s>
      </p>
      <p>
        <span className="sr-only">{words.so}</span>
        {so}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-tiny text-faint">
        <span className="mono">{rfc.map(section).join(', ')}</span>
        {known && (
          <Link
            href={addressOf(lesson)}
            className="touch:py-1 text-soft underline decoration-line underline-offset-4 hover:text-text"
          >
            {words.lesson(lesson)}
          </Link>
        )}
      </p>
    </li>
  );
}
/** The three protocols, question by question, each answered by a server; and what is often said of them, put right. */
export function Compare() {
  useTitle(words.crumb);
  // a part that comes makes one more server known
  useEngine((s) => s.parts);
  return (
    <div className="@container space-y-6 px-[1.375rem] pt-[1.375rem] pb-6 print:pb-0" data-panel="compare">
      <header>
        <p className="text-small text-faint">{words.crumb}</p>
        <h2 className="mt-0.5 text-title font-[640] tracking-[-0.018em]">{words.title}</h2>
        <p className="mt-2 text-soft">
          {words.intro} <span className="print:hidden">{words.press}</span>
        </p>
      </header>
      <Table />
      <section aria-label={words.wrong} className="break-inside-avoid">
        <h3 className="mb-2 break-after-avoid text-lead font-[640]">{words.wrong}</h3>
        <ul className="gap-x-8 @2xl:grid @2xl:grid-cols-2">
          {Object.keys(CLAIMS)
            .filter((claim): claim is Claim => Object.hasOwn(CLAIMS, claim))
            .map((claim) => (
              <PutRight key={claim} claim={claim} />
            ))}
        </ul>
      </section>
    </div>
  );
}
