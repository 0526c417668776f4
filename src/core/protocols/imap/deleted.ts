import type { Row } from '../../store/rows.ts';

export const isDeleted = ({ flags }: Row): boolean => flags.includes(String.raw`\Deleted`);
