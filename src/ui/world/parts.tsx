// What the world's pages are made of: sections, small fields, and what is said when something cannot be done.
import { ChevronRight, X } from 'lucide-react';
import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { words } from './words.ts';

export const Section = ({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) => (
  <section aria-label={title}>
    <div className="mb-1 flex items-baseline justify-between gap-3">
      <h3 className="text-small text-soft">{title}</h3>
      {aside}
    </div>
    {children}
  </section>
);
export const FIELD =
  'min-h-8 w-full min-w-0 rounded-control border border-edge bg-ground px-2 py-1 mono text-small';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly value?: string;
  readonly type?: 'text' | 'number';
  /** The label is for ears only: what stands beside the field says the same to eyes. */
  readonly quiet?: boolean;
  readonly wrong?: boolean;
  /** Whoever has opened it goes on there. */
  readonly focus?: boolean;
  /** By Escape, as it was. */
  readonly leave?: () => void;
}
export function Field({
  label,
  name,
  hint,
  value = '',
  type = 'text',
  quiet = false,
  wrong = false,
  focus = false,
  leave,
}: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // it has become another, and is not written any more
    if (input.current) input.current.value = value;
  }, [value]);
  useEffect(() => {
    if (!focus) return;
    input.current?.select();
    input.current?.focus();
    input.current?.scrollIntoView({ block: 'center' });
  }, [focus]);
  return (
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className={quiet ? 'sr-only' : 'block text-tiny text-soft'}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        placeholder={hint}
        aria-invalid={wrong || undefined}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave?.();
        }}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className={`${FIELD} placeholder:font-sans placeholder:text-faint aria-invalid:border-refusal`}
      />
    </div>
  );
}
/** What was expected, where something cannot be done. */
export function Wrong({ expected }: { expected: string }) {
  const { declared } = useMessages();
  if (expected === '') return null;
  return (
    <p role="alert" className="pt-1 text-small text-refusal">
      {words.expected(declared(expected))}
    </p>
  );
}
/** The fields of a form, by name; the page does not leave. */
export const submitted =
  (take: (field: (name: string) => string, form: HTMLFormElement) => void) =>
  (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    take((name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    }, form);
  };
/** What a form asked for is done: it is empty for the next. Whoever wrote the last field begins again at the first. */
export function again(form: HTMLFormElement): void {
  form.reset();
  if (document.activeElement?.matches('input')) form.querySelector('input')?.focus();
}
/** Words with commas between. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');
interface ToggleProps {
  readonly on: boolean;
  readonly labelledBy: string;
  readonly set: (on: boolean) => void;
}
export const Toggle = ({ on, labelledBy, set }: ToggleProps) => (
  <button
    type="button"
    role="switch"
    aria-checked={on}
    aria-labelledby={labelledBy}
    onClick={() => set(!on)}
    className="group/s flex h-8 shrink-0 items-center gap-2 text-small text-soft"
  >
    <span className="w-5 text-right" aria-hidden="true">
      {on ? words.on : words.off}
    </span>
    <span className="flex h-5 w-9 items-center rounded-full border border-edge p-0.5 group-aria-checked/s:justify-end group-aria-checked/s:border-text group-aria-checked/s:bg-text">
      <span className="size-3.5 rounded-full bg-edge group-aria-checked/s:bg-ground" />
    </span>
  </button>
);
export const SUMMARY =
  'flex cursor-pointer items-center gap-2 py-2 list-none [&::-webkit-details-marker]:hidden';
export const Turn = () => (
  <ChevronRight
    className="size-3.5 shrink-0 text-faint transition-transform duration-[120ms] group-open:rotate-90"
    strokeWidth={2}
    aria-hidden="true"
  />
);
interface AdderProps {
  readonly title: string;
  readonly add: (event: FormEvent<HTMLFormElement>) => void;
  readonly expected: string;
  /** Its fields. */
  readonly children: ReactNode;
}
/** One more, below those that there are. */
export const Adder = ({ title, add, expected, children }: AdderProps) => (
  <details className="group border-t border-line">
    <summary className={`${SUMMARY} text-soft`}>
      <Turn />
      {title}
    </summary>
    <form onSubmit={add} className="grid gap-2 pb-3 pl-5.5">
      {children}
      <Wrong expected={expected} />
      <button type="submit" className="control justify-self-start">
        {words.add}
      </button>
    </form>
  </details>
);
export const ICON =
  'grid size-8 shrink-0 place-items-center rounded-control text-faint hover:bg-raised hover:text-text';
/** A button takes its row away; `drop` says what would have been right. Whoever works without a mouse goes on at the row beside it. */
export function dropRow(button: HTMLElement, drop: () => string): void {
  const row = button.closest('li');
  const near = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector<HTMLElement>(
    'summary, button',
  );
  const others = row?.closest('section')?.querySelectorAll('summary') ?? [];
  const another = Array.from(others).find((it) => !row?.contains(it));
  if (drop() === '') (near ?? another)?.focus();
}
export function Drop({ what, drop }: { what: string; drop: () => string }) {
  return (
    <button
      type="button"
      aria-label={words.remove(what)}
      onClick={(event) => dropRow(event.currentTarget, drop)}
      className={ICON}
    >
      <X className="size-4" strokeWidth={1.8} aria-hidden="true" />
    </button>
  );
}
