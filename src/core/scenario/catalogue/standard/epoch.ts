/** Tue, 3 Nov 2026 09:00:00 +0000, in Unix seconds. */
export const EPOCH = 1_793_696_400;
