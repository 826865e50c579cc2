// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export default {
  drop: 'Discard',
  dropAsk: 'Discard this act?',
  dropWhy_one: 'One line is dropped. Nothing of it was recorded.',
  dropWhy_other: '{{count}} lines are dropped. Nothing of them was recorded.',
  inHand: 'Another act of this kind is in hand. Finish or clear it first.',
  mend: 'Edit',
  more_one: 'and one more',
  more_other: 'and {{count}} more',
  none: 'Nothing waits',
  noneWhy: 'What is finished without a network waits here until the server has it.',
  refused_one: '1 refused',
  refused_other: '{{count}} refused',
  send: 'Send now',
  title: 'Waiting acts',
  unclear: 'A scan must be looked at',
  wait_one: '1 waits',
  wait_other: '{{count}} wait',
  waits: 'Waits for the server',
  what: 'Finished on this device and not recorded yet',
}
