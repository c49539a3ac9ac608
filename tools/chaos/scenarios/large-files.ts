import { attachedFile } from '../activities.ts';
import { moduleList } from '../pastes.ts';
import { type Scenario, type Stage, upTo } from '../scenario.ts';

/** One conversation has a file read that takes long; the others do not wait for it. */
export const largeFile: Scenario = {
  name: 'file',
  about: 'a file of 7.9 MB of module rows in one conversation',
  sparesOthers: true,
  play: (stage) => readFiles(stage, 1),
};

export const largeFiles: Scenario = {
  name: 'files',
  about: 'four such files, in four conversations',
  sparesOthers: true,
  play: (stage) => readFiles(stage, 4),
};

async function readFiles({ channel, crowd, isShort }: Stage, count: number) {
  const url = channel.offer('modules.txt', moduleList(isShort ? 3_000_000 : 7_900_000));
  const saying = upTo(count).map((index) =>
    crowd.say(`files${count}-${index}:c`, { text: '', ...attachedFile('modules.txt', url) }),
  );
  return { tally: await crowd.tally(await Promise.all(saying), 240_000) };
}
