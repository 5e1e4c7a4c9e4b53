import { chainHeadsAt, type ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import { serviceToken } from '@beian/service-kit/actor.ts';
import { serviceSecret } from './actors.ts';

/** Heads of a service that runs without documents: whoever asks for them is told that nobody answers. */
export const noHeads: ChainHeads = chainHeadsAt('http://127.0.0.1:1', () => serviceToken('test', serviceSecret));
