import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConsoleModel, ConsoleView } from './model.ts';

const soon = new WeakMap<ConsoleModel, StoreApi<ConsoleView>>();
function soonOf(model: ConsoleModel): StoreApi<ConsoleView> {
  const known = soon.get(model);
  if (known) return known;
  const { view } = model;
  const store = createStore(() => view.getState());
  let asked = false;
  view.subscribe(() => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      store.setState(view.getState(), true);
    });
  });
  soon.set(model, store);
  return store;
}

/** For what stands around the line being written: a key is answered first, and this with the frame that shows it. */
export const useSoon = <T>(model: ConsoleModel, selector: (view: ConsoleView) => T): T =>
  useStore(soonOf(model), selector);
