import type { Row } from '../../store/rows.ts';

const DELETED = String.raw`\Deleted`; // once, and not for each of a hundred thousand
export const isDeleted = ({ flags }: Row): boolean => flags.includes(DELETED);
