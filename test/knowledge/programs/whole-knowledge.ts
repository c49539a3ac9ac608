import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** One question to each table, so that all of them are read. Fails where one has no answer. */
const knowledge = loadKnowledge();
const answers = [
  knowledge.bugcheck('0xd1'),
  knowledge.driver('nt'),
  knowledge.poolTag('Irp'),
  knowledge.status('0xc0000005'),
  knowledge.command('k'),
  knowledge.windowsBuild(19045),
];
process.exitCode = answers.includes(null) ? 1 : 0;
