import { ArrowRight } from 'lucide-react';
import { useEffect, useRef, type ComponentType, type RefObject } from 'react';
import { fetchAll } from '../../app/parts.ts';
import { ENGINE } from '../../app/save.ts';
import { language, speak } from '../messages/language.ts';
import { useMessages } from '../messages/useMessages.ts';
import { ArrivingPage } from './Arriving.tsx';
import { afterReply, whenShown } from './later.tsx';
import { Member } from './Member.tsx';
import { below, Link, useRoute } from './route.tsx';
import { InTurn, useScene } from './scene.ts';

const page = <P extends object>(load: () => Promise<ComponentType<P>>) => whenShown(load, ArrivingPage);
const Lessons = page(async () => (await import('../lesson/Lessons.tsx')).Lessons);
const Nudges = afterReply(async () => {
  await fetchAll(); // what goes astray may do so in any protocol
  return (await import('../lesson/Nudges.tsx')).Nudges;
});
const LessonPane = page(async () => {
  await fetchAll(); // a lesson may speak of any protocol
  return (await import('../lesson/LessonPane.tsx')).LessonPane;
});

const Reference = page(async () => {
  await fetchAll(); // all of them are in it
  return (await import('../reference/Reference.tsx')).Reference;
});
const Presenter = page(async () => {
  await fetchAll();
  return (await import('../present/Presenter.tsx')).Presenter;
});
const Shared = page(async () => (await import('../share/Shared.tsx')).Shared);
const Compare = page(async () => {
  await fetchAll(); // all of them are asked
  return (await import('../compare/Compare.tsx')).Compare;
});
const WorldPane = page(async () => (await import('../world/WorldPane.tsx')).WorldPane);

const Nowhere = page(async () => (await import('./Nowhere.tsx')).Nowhere);

/** Those one may sit down at, until the others are known by what they are for. */
const Seats = () =>
  useScene()
    .hosts.filter(({ role }) => role === 'people')
    .map((host) => <Member key={host.id} host={host} />);
const Cast = afterReply(async () => (await import('../cast/Cast.tsx')).Cast, Seats);

/** The lab without a lesson: who is here, and what one might try. */
function LabGuide() {
  const { guide } = useMessages();
  return (
    <div className="flex flex-col gap-6 px-[1.375rem] pt-[1.375rem] pb-6">
      <div>
        <p className="text-small text-faint">{guide.crumb}</p>
        <h2 className="mt-0.5 text-title font-[640] tracking-[-0.018em]">{guide.title}</h2>
        <p className="mt-2 text-soft">{guide.intro}</p>
      </div>
      <Nudges />
      <section aria-label={guide.try}>
        <h3 className="mb-1 text-small text-soft">{guide.try}</h3>
        <ul>
          {guide.tries.map((line) => (
            <li key={line} className="border-t border-line py-2.5">
              {line}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={guide.cast}>
        <h3 className="mb-1 text-small text-soft">{guide.cast}</h3>
        <ul>
          <Cast />
        </ul>
      </section>
      <div className="grid gap-2">
        <Link href="/learn" className="control h-10 justify-between border-edge px-4 text-text">
          {guide.lessons}
          <ArrowRight className="size-4" strokeWidth={1.8} aria-hidden="true" />
        </Link>
        <Link href="/world" className="control h-10 justify-between px-4">
          {guide.world}
          <ArrowRight className="size-4" strokeWidth={1.8} aria-hidden="true" />
        </Link>
      </div>
      <Imprint />
    </div>
  );
}
/** Which engine answers here, and the same in the other language. */
function Imprint() {
  const { shell } = useMessages();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <footer className="flex items-center justify-between text-small text-faint">
      <span>{shell.version(ENGINE)}</span>
      <button
        type="button"
        lang={other === 'zh' ? 'zh-Hans' : 'en'}
        onClick={() => speak(other)}
        className="control chip"
        data-language={other}
      >
        {shell.otherLanguage}
      </button>
    </footer>
  );
}
/** By the first word of the address. */
function Page({ path }: { path: string }) {
  const [name = '', ...more] = path.slice(1).split('/');
  if (name === 'reference') return <Reference />;
  if (name === 'world') return <WorldPane />;
  if (name === 'compare') return <Compare />;
  if (name === 'present') return <Presenter />;
  if (name === 'shared') return <Shared code={below(path, 'shared')} />;
  if (name === 'learn') return more.length > 0 ? <LessonPane id={below(path, 'learn')} /> : <Lessons />;
  return name === '' ? <LabGuide /> : <Nowhere />;
}

/** Who has followed a link by keys goes on in what has opened: at the link back to where they were, else where it begins. */
function useArrival(path: string): RefObject<HTMLDivElement | null> {
  const pane = useRef<HTMLDivElement>(null);
  const last = useRef(path);
  useEffect(() => {
    const from = `#${last.current}`;
    last.current = path;
    const at = document.activeElement;
    const isLost = at === document.body || at?.closest('header') !== null;
    if (from === `#${path}` || !isLost) return;
    const links = Array.from(pane.current?.querySelectorAll('a') ?? []);
    (links.findLast((it) => it.getAttribute('href') === from) ?? pane.current)?.focus();
  }, [path]);
  return pane;
}
/** Beside the work: the world, the list of lessons, or a lesson. */
export function Guide() {
  const path = useRoute();
  const pane = useArrival(path);
  return (
    <div
      ref={pane}
      className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-offset-[-2px] contain-content"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
    >
      <InTurn>
        <Page path={path} />
      </InTurn>
    </div>
  );
}
