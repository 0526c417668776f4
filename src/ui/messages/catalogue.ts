/** A catalogue: words, or a function that sets numbers and names into words; grouped by place. */
export type Words =
  | string
  | ((...given: never[]) => string)
  | readonly Words[]
  | { readonly [key: string]: Words };

/** What another language must offer: the same keys, any words. */
export type Translated<W> = W extends string
  ? string
  : W extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof W]: Translated<W[K]> };
