import type { Refusal } from '../lesson/progress-file.ts';

/** The words of the lessons. */
export const lessonMessages = {
  tracks: 'Lessons',
  /** The lessons' own text is English: other languages say so here. */
  inEnglish: '',
  intro: 'Each takes a quarter of an hour and ends with something you did yourself.',
  next: 'Next',
  begin: 'Begin',
  goOn: 'Go on',
  after: (lessons: string) => `after ${lessons}`,
  standing: { done: 'Done', begun: 'Begun', open: 'Not begun', later: 'Builds on lessons that are not done' },
  path: 'The shortest way',
  pathLeft: (done: number, of: number, minutes: number) =>
    `${done} of ${of}, ${minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 30) / 2} h`} to go`,
  pathDone: 'all done',
  yours: 'Your progress',
  stays: 'It stays in this browser. Nobody else sees it.',
  export: 'Save as a file',
  import: 'Bring from a file',
  imported:
    'That is here now, together with yours. Where the two differ, the one that had come further counts.',
  notImported: (file: string, refusal: Refusal) => {
    if (refusal.why === 'other') return `${file} is no file of progress.`;
    if (refusal.why === 'large') return `${file} is too large for a file of progress. Nothing was changed.`;
    if (refusal.why === 'key')
      return `${file} was not taken: there can be no ${refusal.path}. Nothing was changed.`;
    return refusal.why === 'version'
      ? `${file} is of version ${refusal.version}, which cannot be read here. Nothing was changed.`
      : `${file} was not taken: ${refusal.path} cannot be ${refusal.value}. Nothing was changed.`;
  },
  wipe: 'Forget',
  wipeAsk: 'Everything you have done in the lessons is forgotten in this browser.',
  wiped: 'It is forgotten.',
  guessFirst: 'Guess first: predictions come before explanations',
  teaching: 'Show notes for teachers',
  own: 'Lessons of your own',
  dropHere: 'Drop a lesson file here, or choose one',
  dropOwn: (title: string) => `Remove “${title}”`,
  checking: (file: string) => `${file} is being played from end to end.`,
  taken: (title: string) => `“${title}” is here.`,
  refused: (file: string) => `${file} was not taken:`,
  /** What is wrong with a file, in the checker's English. */
  slip: (said: string) => said,
  place: (line: number, column: number) => `${line}:${column}`,
  minutes: (n: number) => `${n} min`,
  goals: 'Goals',
  met: 'met',
  open: 'open',
  why: 'Why not yet',
  notYet: (why: string) => `Not yet. ${why}`,
  predict: 'Predict',
  answered: 'Your prediction',
  replay: 'What happened when it was done',
  right: 'That is so.',
  wrong: 'Not so.',
  rfc: 'Where it is written',
  acts: 'Others',
  hint: (n: number, of: number) => `Hint ${n} of ${of}`,
  more: 'Tell me more',
  nudge: 'A thought',
  dismiss: 'Dismiss',
  begins: (words: string) => `The next line begins with ${words}`,
  beginsElsewhere: (console: string, words: string) => `At ${console}, the next line begins with ${words}`,
  clicks: (does: string, on: string) => `Next, on ${on}: ${does}`,
  presses: (title: string) => `Next, press “${title}”`,
  showMe: 'Show me',
  quiz: 'Quiz',
  check: 'Check',
  gap: (n: number, of: number) => `Gap ${n} of ${of}`,
  transcript: 'A conversation',
  voice: { shell: 'At the prompt:', client: 'Client:', server: 'Server:', tool: 'The program:' },
  noMail: (domain: string) => `Nobody is to take mail for ${domain}.`,
  goesTo: (domain: string, hosts: readonly string[]) =>
    `Mail for ${domain} goes to ${hosts.join(', then to ')}.`,
  answers: (name: string, type: string, values: readonly string[]) =>
    values.length === 0
      ? `${name} has no record of the type ${type}.`
      : `${name}, asked for ${type}, says ${values.join(' and ')}.`,
  spf: (domain: string, from: string, result: string) =>
    `Mail in the name of ${domain} from ${from}: SPF says ${result}.`,
  done: 'You have met every goal.',
  nextLesson: 'Next',
  guess: 'Guess first; what to do is shown then.',
  notes: 'For teachers',
  projected: (minutes: number) => `${minutes} min in front of a class`,
  askThem: 'Ask',
  board: 'On the board',
  watchFor: 'Watch for',
  needs: 'Builds on',
  back: 'All lessons',
  afresh: 'Start this lesson over',
  wipeYes: 'Forget them',
  wipeNo: 'Keep them',
  missing: 'There is no such lesson.',
  loading: 'The lesson is on its way.',
  jump: (n: number, title: string) => `Go to the beginning of step ${n}: ${title}`,
  jumpKeys: 'To the beginning of a step, in a lesson',
  prepared: (title: string) => `Prepared: ${title}`,
  progress: (met: number, of: number) => `${met} of ${of}`,
} as const;
