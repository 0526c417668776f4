import { useId } from 'react';
import { draftOf } from '../../app/device.ts';
import type { LetterRef } from '../../core/base/device.ts';
import type { SceneDevice } from '../../core/trace/devices.ts';
import { FIELD, Field, submitted } from '../world/parts.tsx';
import { click } from './click.ts';
import { words } from './words.ts';

const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;
interface Props {
  readonly device: SceneDevice;
  readonly re: LetterRef | null;
  readonly close: () => void;
}
/** A letter is written, and laid into the outbox. */
export function Writing({ device: { host, letters }, re, close }: Props) {
  const id = useId();
  const answered = re && letters.find((it) => it.folder === re.folder && it.id === re.id);
  const subject = answered ? `Re: ${answered.subject.replace(/^re: */i, '')}` : '';
  const send = submitted((field) => {
    click(host, { does: 'send', draft: draftOf(field('to'), field('subject'), field('text'), re) });
    close();
  });
  return (
    <form onSubmit={send} aria-label={words.compose} className="grid gap-2 px-4">
      <Field label={words.to} name="to" value={answered ? addressIn(answered.from) : ''} />
      <Field label={words.subject} name="subject" value={subject} />
      <div>
        <label htmlFor={id} className="block text-tiny text-soft">
          {words.text}
        </label>
        <textarea id={id} name="text" rows={4} className={FIELD} />
      </div>
      <div className="flex gap-2">
        <button type="submit" className="control">
          {words.send}
        </button>
        <button type="button" className="control" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
