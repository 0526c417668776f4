import { useCallback, useState } from 'react';
import type { Lesson, Step } from '../../course/lesson.ts';
import { useLateMessages } from '../messages/late.ts';
import { Choice } from './Choice.tsx';
import { counted, keep } from './kept.ts';
import { Replay } from './Replay.tsx';
import { takenOf, type Work } from './work.ts';

interface Props {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly work: Work;
  readonly met: boolean;
}
/** Said before it is seen. Where the engine has done it beforehand, it is played back; else the step itself will show. */
export function Predict({ lesson, step, work, met }: Props) {
  const { lesson: words } = useLateMessages();
  const { predict } = step;
  const taken = predict && takenOf(work.predictions[step.id], predict);
  const [fresh, refresh] = useState(false);
  const [seen, see] = useState(taken !== undefined);
  const over = useCallback(() => see(true), []);
  if (!predict || (met && taken === undefined)) return null;
  const replayed = predict.replay.length > 0;
  const reveal = replayed ? taken !== undefined && seen : met;
  const take = (option: number): void => {
    refresh(true);
    keep(lesson.id, ({ predictions, misses }) => {
      const believed = predict.believes[option];
      return {
        predictions: { ...predictions, [step.id]: option },
        misses: believed === undefined ? misses : counted(misses, believed),
      };
    });
  };
  return (
    <Choice
      title={taken === undefined ? words.predict : words.answered}
      question={predict}
      taken={taken}
      final={replayed && taken !== undefined}
      reveal={reveal}
      take={take}
    >
      {replayed && taken !== undefined && <Replay lines={predict.replay} fresh={fresh} over={over} />}
    </Choice>
  );
}
