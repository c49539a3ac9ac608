import type { Text } from '../../language/text.ts';

/**
 * What is said where a value of the paste is damaged and its likely form is reasoned with. A mail to a customer leaves these
 * words out: the value is right in their dump.
 */

/** Behind the value. */
export const LIKELY_FORM: Text = {
  en: ' (damaged when it was copied; this is its likely form)',
  zh: '（该值在复制时已损坏，此为可能的原值）',
};

/** A sentence of its own, behind a comparison of several values. */
export const LIKELY_FORM_COMPARED: Text = {
  en: ' The address was damaged when it was copied; its likely form is compared.',
  zh: '该地址在复制时已损坏，比较时使用其可能的原值。',
};
