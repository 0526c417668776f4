// Everything around the console. The simulation is fetched while this is painted; what was typed meanwhile waits.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { boot } from '../app/boot.ts';
import { App } from './shell/App.tsx';

export function showPage(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  void boot();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
