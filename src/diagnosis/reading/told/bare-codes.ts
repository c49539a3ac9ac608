/** Two digits, a letter among them: `d1`, `3b`; 2D and 3D are dimensions. Source for a pattern on small letters, or on any. */
export const LETTERED = '(?![23]d)(?:\\d[a-f]|[a-f]\\d)';

/**
 * Where a code needs neither prefix nor label: sources for patterns on a sentence in small letters, the code in the group
 * `code`. Beside the driver, or what the machine did, two digits with a letter among them, or three, are no size.
 */
const CODE = `(?<code>(?:0x)?(?:${LETTERED}|1[0-6][0-9a-f])|0x[0-9a-f]{1,8})(?![\\w-])`;
/** A program ends with a number as well: it crashes and dies, but it seldom reboots. */
const MACHINE = '(?:box|machine|server|host|pc|laptop|vm|node|system|windows|computer|workstation)s?';
const WENT_DOWN = `reboot(?:s|ed|ing)|restart(?:s|ed|ing)|went down|goes down|bug ?checked|${MACHINE} (?:crash(?:es|ed)?|dies|died)`;

/** `D1 in acmenet.sys`, `d1，acmenet.sys`: the line begins with it. */
export const BEFORE_FILE = `^\\W{0,4}${CODE}(?:,|，| (?:in|by|from|at|on|with)) ?[\\w-]{2,60}\\.sys\\b`;
/** `went down with 7E`, `rebooted with a 133`. */
export const DOWN_WITH = `\\b(?:${WENT_DOWN}) with (?:an? )?${CODE}`;
