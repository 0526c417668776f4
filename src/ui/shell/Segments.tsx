interface Props<T extends string> {
  readonly label: string;
  readonly all: readonly T[];
  readonly titles: Readonly<Record<T, string>>;
  readonly value: T;
  readonly choose: (one: T) => void;
}
/** A few of which one is chosen, side by side. */
export const Segments = <T extends string>({ label, all, titles, value, choose }: Props<T>) => (
  <div
    role="group"
    aria-label={label}
    className="inline-flex max-w-full flex-wrap rounded-control border border-line p-px"
  >
    {all.map((each) => (
      <button
        key={each}
        type="button"
        aria-pressed={each === value}
        onClick={() => choose(each)}
        className="rounded-[0.3125rem] px-2.5 py-0.5 touch:min-h-6 text-small text-soft hover:text-text aria-pressed:bg-raised aria-pressed:text-text"
      >
        {titles[each]}
      </button>
    ))}
  </div>
);
