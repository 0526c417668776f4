import { useRef, type ComponentProps } from 'react';

interface Props extends ComponentProps<'button'> {
  readonly label: string;
  readonly accept: string;
  readonly take: (file: File) => void;
}
/** A button that lets one choose a file; the same one may be chosen again. */
export function FileButton({ label, accept, take, children, ...button }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => field.current?.click()} {...button}>
        {children}
        {label}
      </button>
      <input
        ref={field}
        type="file"
        accept={accept}
        aria-label={label}
        className="hidden"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) take(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
