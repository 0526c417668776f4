// A file may be let go anywhere on the page. Who takes it comes with the first that is dragged over it.
import { whenHere } from './arrive.ts';

const landing = () => import('../landing/landing.ts');
const TOLD = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;

function hear(event: DragEvent): void {
  const { type, dataTransfer, relatedTarget } = event;
  // words that are dragged are the browser's own business
  if (!dataTransfer?.types.includes('Files')) return;
  // left to itself the browser would go to the file
  event.preventDefault();
  // to be read now: a moment later it is empty
  const [file] = dataTransfer.files;
  if (type === 'drop') whenHere(landing, ({ land }) => void land(file));
  else if (type === 'dragenter') whenHere(landing, ({ show }) => show());
  else if (type === 'dragleave' && relatedTarget === null) whenHere(landing, ({ hide }) => hide());
}
/** Listens; the returned function stops it. */
export function listenToFiles(): () => void {
  for (const type of TOLD) addEventListener(type, hear);
  return () => {
    for (const type of TOLD) removeEventListener(type, hear);
  };
}
