import { Download, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLateMessages } from '../messages/late.ts';
import { FileButton } from '../shell/FileButton.tsx';
import { saveFile } from '../shell/files.ts';
import { Switch } from '../shell/Switch.tsx';
import { forgetImported, takeProgress, useImported } from './imported.ts';
import { everything, forgetAll, setHabit, useHabits } from './kept.ts';

/** What was learnt, to carry to another browser; and how somebody wants to learn. */
export function ProgressTools() {
  const { lesson: words } = useLateMessages();
  const { guessFirst, teaching } = useHabits();
  const [said, say] = useState('');
  const [asking, ask] = useState(false);
  const imported = useImported();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // whoever drops a file may have dropped it elsewhere
    if (imported) section.current?.scrollIntoView({ block: 'center' });
  }, [imported]);
  const save = async (): Promise<void> => {
    const { KIND, VERSION } = await import('./progress-file.ts');
    const file = { kind: KIND, version: VERSION, lessons: everything() };
    saveFile('mailwire-progress.json', 'application/json', `${JSON.stringify(file, null, 2)}\n`);
  };
  return (
    <section ref={section} aria-label={words.yours} className="grid gap-2.5 border-t border-line pt-4">
      <h3 className="text-small text-soft">{words.yours}</h3>
      <div>
        <Switch on={guessFirst} set={(on) => setHabit('guessFirst', on)}>
          {words.guessFirst}
        </Switch>
        <Switch on={teaching} set={(on) => setHabit('teaching', on)}>
          {words.teaching}
        </Switch>
      </div>
      <p className="text-small text-faint">{words.stays}</p>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="control chip" onClick={() => void save()}>
          <Download className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
          {words.export}
        </button>
        <FileButton
          label={words.import}
          accept="application/json,.json"
          take={(file) => {
            say('');
            void takeProgress(file);
          }}
          className="control chip"
        >
          <Upload className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        </FileButton>
        <button type="button" aria-expanded={asking} className="control chip" onClick={() => ask(!asking)}>
          {words.wipe}
        </button>
      </div>
      {asking && (
        <div role="group" aria-label={words.wipe} className="flex flex-wrap items-center gap-2">
          <p className="basis-full text-small text-soft">{words.wipeAsk}</p>
          <button
            type="button"
            className="control chip"
            onClick={() => {
              forgetAll();
              forgetImported();
              ask(false);
              say(words.wiped);
            }}
          >
            {words.wipeYes}
          </button>
          <button type="button" className="control chip" onClick={() => ask(false)}>
            {words.wipeNo}
          </button>
        </div>
      )}
      <p role="status" className="text-small text-soft empty:hidden">
        {imported
          ? imported.refusal
            ? words.notImported(imported.file, imported.refusal)
            : words.imported
          : said}
      </p>
    </section>
  );
}
