import type { StepRow } from './step-row.ts';
import devices from './steps/devices.json' with { type: 'json' };
import files from './steps/files-and-disks.json' with { type: 'json' };
import general from './steps/general.json' with { type: 'json' };
import machine from './steps/machine.json' with { type: 'json' };
import network from './steps/network.json' with { type: 'json' };
import software from './steps/software.json' with { type: 'json' };
import stopCodes from './steps/stop-codes.json' with { type: 'json' };

/** All steps; within a phase they are given in this order. */
export const STEPS: readonly StepRow[] = [
  ...general,
  ...network,
  ...files,
  ...devices,
  ...software,
  ...stopCodes,
  ...machine,
];
