// Everything around the console. The simulation is fetched while this is painted; what was typed meanwhile waits.
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { boot } from '../app/boot.ts';
import { ordersFrom } from '../app/engine.ts';
import { idle } from '../app/idle.ts';
import { startPlayback } from '../app/playback.ts';
import { outlineDropped } from './console/first.ts';
import { App } from './shell/App.tsx';
import { keepInSight } from './shell/fold.ts';
import { whenHere } from './shell/arrive.ts';
import { lessonHere } from './shell/place.ts';

export function showPage(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  startPlayback();
  keepInSight();
  ordersFrom(async () => (await import('./timeline/orders.ts')).obeyOrders());
  whenHere(() => boot(lessonHere(), outlineDropped));
  void idle.then(async () => (await import('./shell/offline.ts')).keepForOffline()).catch(() => undefined);
  const page = createRoot(root);
  // made in slices: the console takes keys meanwhile, also on a telephone
  startTransition(() =>
    page.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
