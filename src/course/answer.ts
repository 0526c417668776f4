// Answers to questions, each as one text: a choice is its number, several are joined by commas, words of gaps by line ends.
import type { TraceEvent } from '../core/trace/event.ts';
import type { Question } from './lesson.ts';
import { isOneOf } from './likeness.ts';
import { measured } from './measure.ts';
import { textOf } from './text.ts';
import { passes, recordsFor } from './record.ts';

const words = (answer: string): readonly string[] =>
  answer.split('\n').map((word) => word.trim().toLowerCase());

/** What is right is read from the learner's session, and may be something else later. */
export const isRead = (question: Question): boolean =>
  question.kind === 'measure' || (question.kind === 'text' && question.said !== undefined);
/** `trace`: the learner's session so far, for what is measured in it. */
export function isRight(question: Question, answer: string, trace: readonly TraceEvent[] = []): boolean {
  if (answer.trim() === '') return false;
  switch (question.kind) {
    case 'text': {
      const { accept, said } = question;
      const read = said === undefined ? '' : measured({ said }, trace);
      return isOneOf(read === '' ? accept : [...accept, read], answer, textOf(question.q));
    }
    case 'decode':
      return isOneOf(question.accept, answer, '');
    case 'measure': {
      const value = measured(question.measure, trace);
      return value !== '' && isOneOf([value], answer, textOf(question.q));
    }
    case 'sort':
      return answer === question.items.map(({ bin }) => bin).join();
    case 'gaps':
      return words(answer).join('\n') === words(question.words.join('\n')).join('\n');
    case 'wrong':
      return answer === String(question.line);
    case 'reply':
      return answer === String(question.answer);
    case 'record':
      return passes(answer, question.zone, question.tests);
  }
}
/** What is right. Of a record, one that passes. */
export function rightAnswer(question: Question, trace: readonly TraceEvent[]): string {
  switch (question.kind) {
    case 'text':
    case 'decode':
      return question.accept[0] ?? '';
    case 'measure':
      return measured(question.measure, trace);
    case 'sort':
      return question.items.map(({ bin }) => bin).join();
    case 'gaps':
      return question.words.join('\n');
    case 'wrong':
      return String(question.line);
    case 'reply':
      return String(question.answer);
    case 'record':
      return recordsFor(question.tests);
  }
}
