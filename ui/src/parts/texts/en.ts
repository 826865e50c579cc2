// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export default {
  again: 'Try again',
  copied: 'Copied',
  copy: 'Copy: {{name}}',
  expected: 'expected: {{what}}',
  failed: 'Something went wrong',
  inRecall: 'In recall {{recall}}: do not use, ship or sell it',
  inRecallShort: 'In recall {{recall}}',
  marked: 'Marked, copy it by hand',
  stoppedSince: 'stopped since',
  unreachable: 'The server cannot be reached',
  unreachableAction: 'Check the network. What you entered is kept on this device.',
  waiting: 'Loading',
}
