// A file may be let go anywhere on the page. Who takes it comes with the first that is dragged over it.
import { whenHere } from './arrive.ts';

const landing = () => import('../landing/landing.ts');
const TOLD = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;
/** A file is over the page: when the part that shows it comes, it may be so no longer. */
let over = false;

function hear(event: DragEvent): void {
  const { type, dataTransfer, relatedTarget } = event;
  // words that are dragged are the browser's own business
  if (!dataTransfer?.types.includes('Files')) return;
  // left to itself the browser would go to the file
  event.preventDefault();
  // to be read now: a moment later it is empty
  const [file] = dataTransfer.files;
  if (type === 'dragenter') {
    over = true;
    whenHere(landing, ({ show }) => over && show());
  } else if (type === 'drop') {
    over = false;
    whenHere(landing, ({ land }) => void land(file));
  } else if (type === 'dragleave' && relatedTarget === null) {
    over = false;
    whenHere(landing, ({ hide }) => hide());
  }
}
/** Listens; the returned function stops it. */
export function listenToFiles(): () => void {
  for (const type of TOLD) addEventListener(type, hear);
  return () => {
    for (const type of TOLD) removeEventListener(type, hear);
  };
}
