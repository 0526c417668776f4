/** Who can log in in the world of the transcripts. */
export const passwords: Readonly<Record<string, string>> = {
  alice: 'paper lantern',
  bob: 'correct-horse',
  carol: 'c4rol"quote',
  full: 'no more',
};
