// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export default {
  again: 'Try again',
  copied: 'Copied',
  copy: 'Copy: {{name}}',
  expected: 'expected: {{what}}',
  failed: 'Something went wrong',
  marked: 'Marked, copy it by hand',
  unreachable: 'The server cannot be reached',
  unreachableAction: 'Check the network. What you entered is kept on this device.',
  waiting: 'Loading',
}
