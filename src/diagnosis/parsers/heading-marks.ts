import type { Marks } from './marks.ts';

/**
 * What every word for a dump or a machine holds that is written in ASCII letters (`reading/heading-words.ts`): a line of
 * them without one of these is no heading. No parser reads them; they are looked for with all other words, for asked one by
 * one of each line those patterns cost more than all that they find.
 */
export const HEADING_MARKS: Marks = [
  ...['dump', 'crash', 'bsod', 'blue', 'bug', 'absturz', 'speicherabbild', 'plantage', 'vidage', 'ecran'],
  ...['volcado', 'pantalla', 'cuelgue', 'tela azul', 'despejo', 'falha', 'schermat', 'arrest'],
  ...[
    'machine',
    'pc',
    'computer',
    'laptop',
    'notebook',
    'desktop',
    'workstation',
    'server',
    'host',
    'vm',
    'guest',
    'box',
  ],
  ...['rechner', 'maschine', 'ordinateur', 'poste', 'equipo', 'ordenador', 'maquina', 'servidor', 'macchina'],
];
