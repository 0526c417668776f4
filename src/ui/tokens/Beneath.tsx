import { WhyNotCard } from '../why/WhyNot.tsx';
import { TokenLine } from './TokenLine.tsx';

/** Below a console in which nothing is being written: why the server refuses, or what the words of a line are. */
export function Beneath() {
  return (
    <>
      <WhyNotCard />
      <TokenLine />
    </>
  );
}
