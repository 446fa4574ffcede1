import { atMost, best, column, columnOfTwo, peers, type BenchCase } from './bench-case.js';
import { takingIn } from './taking-in.js';

/** A long text, typed as fast as it goes. */
export const keystrokes: BenchCase = {
  id: 'e',
  title: 'Taking in a paper of 259,778 keystrokes, one by one, from one client',
  servers: ['ours', 'hocuspocus', 'ywebsocket'],
  once: ['ywebsocket'],
  columns: [column('CPU s', 'cpu', 1), column('of it upkeep later', 'upkeep', 1), column('second client has all after s', 'arrived', 1), column('not stored then %', 'backlog', 1), column('busy after that s', 'busy', 1)],
  target: '≤ 0.75 × the best peer\'s CPU, no backlog',
  run: takingIn,
  isMet: (results, { cpu, backlog }) => backlog === 0 && atMost(cpu, 0.75, best(results, peers, 'cpu')),
};

/** The first who opens it in the morning. */
export const coldOpening: BenchCase = {
  id: 'f',
  title: 'Opening that document on a server that has just started',
  servers: ['ours', 'hocuspocus', 'ywebsocket'],
  once: ['ywebsocket'],
  columns: [columnOfTwo('the first time: all bytes there / decoded ms', 'first', 'firstDecoded', 0), columnOfTwo('later: all bytes there / decoded ms', 'again', 'againDecoded', 0)],
  target: '≤ 0.2 × the best peer\'s time, the first time too',
  run: takingIn,
  isMet: (results, { first, again }) => atMost(first, 0.2, best(results, peers, 'first')) && atMost(again, 0.2, best(results, peers, 'again')),
};
