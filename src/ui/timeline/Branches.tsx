import { Check, Columns2, GitBranch, Pencil } from 'lucide-react';
import { useState } from 'react';
import { renameBranch, switchBranch } from '../../app/branches.ts';
import type { Branch } from '../../app/state.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { closePopover, Popover } from '../shell/Popover.tsx';
import { LIST, nameOf } from './branches.ts';
import { Compare } from './Compare.tsx';
import { compareWith, useComparing } from './comparing.ts';
import { words } from './words.ts';

function Name({ branch, done }: { branch: Branch; done: () => void }) {
  const messages = useMessages();
  return (
    <form
      className="flex flex-1 gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const name = new FormData(event.currentTarget).get('name');
        renameBranch(branch.id, typeof name === 'string' ? name.trim() : '');
        done();
      }}
    >
      <input
        name="name"
        aria-label={words.renameTo}
        defaultValue={nameOf(branch, messages)}
        maxLength={60}
        ref={(input) => input?.select()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // it is the name that is left, not the list
          event.preventDefault();
          done();
        }}
        className="min-w-0 flex-1 rounded-control border border-edge bg-ground px-2 py-1"
      />
      <button
        type="submit"
        aria-label={words.rename(nameOf(branch, messages))}
        className="control size-8 p-0"
      >
        <Check className="size-4" aria-hidden="true" />
      </button>
    </form>
  );
}
const focusIt = (button: HTMLElement | null): void => button?.focus();
/** Every future there has been: one click away, and with a name if you give it one. */
export function Branches() {
  const messages = useMessages();
  const branches = useEngine((s) => s.branches);
  const current = useEngine((s) => s.branch);
  const [naming, name] = useState(-1);
  const [named, goBackTo] = useState(-1);
  const comparing = useComparing();
  const here = branches.find((b) => b.id === current);
  const there = branches.find((b) => b.id === comparing);
  return (
    <>
      <Popover
        id={LIST}
        title={words.branches}
        face={
          <>
            <GitBranch className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
            {branches.length}
          </>
        }
        className="h-8 gap-1.5 px-2.5"
        sheet="bottom-24 left-5 max-h-[calc(100dvh-7rem)] w-[min(22rem,calc(100vw-2.5rem))] p-2"
      >
        <h2 className="px-2 pt-1 pb-2 text-small text-soft">{words.branches}</h2>
        <ul>
          {branches.map((branch) => (
            <li key={branch.id} className="flex items-center gap-1 py-0.5">
              {naming === branch.id ? (
                <Name
                  branch={branch}
                  done={() => {
                    name(-1);
                    goBackTo(branch.id);
                  }}
                />
              ) : (
                <>
                  <button
                    type="button"
                    aria-pressed={branch.id === current}
                    onClick={(event) => {
                      switchBranch(branch.id);
                      closePopover(event);
                    }}
                    className="min-w-0 flex-1 truncate rounded-control px-2 py-1.5 text-left text-soft hover:bg-raised hover:text-text aria-pressed:bg-raised aria-pressed:text-text"
                    translate="no"
                    data-wire=""
                  >
                    {nameOf(branch, messages)}
                  </button>
                  {branch.id !== current && (
                    <button
                      type="button"
                      aria-label={words.compareWith(nameOf(branch, messages))}
                      title={words.compare}
                      onClick={(event) => {
                        closePopover(event);
                        compareWith(branch.id);
                      }}
                      className="grid size-8 place-items-center rounded-control text-faint hover:text-text"
                    >
                      <Columns2 className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
                    </button>
                  )}
                  <button
                    type="button"
                    aria-label={words.rename(nameOf(branch, messages))}
                    ref={named === branch.id ? focusIt : undefined}
                    onClick={() => name(branch.id)}
                    className="grid size-8 place-items-center rounded-control text-faint hover:text-text"
                  >
                    <Pencil className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      </Popover>
      {here && there && <Compare left={here} right={there} close={() => compareWith(-1)} />}
    </>
  );
}
