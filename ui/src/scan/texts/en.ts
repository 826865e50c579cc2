// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export default {
  allOfOne: 'All of them are of one thing',
  already: 'Already scanned',
  camera: 'Camera',
  close: 'Close the camera',
  dropPhoto: 'Drop this photo',
  inPhoto_one: 'One code is in the photo',
  inPhoto_other: '{{count}} codes are in the photo. Which one?',
  noCode: 'No code found',
  noCodeDo: 'Take it closer, straight from above and in good light, with the white margin around the code.',
  noCommand: 'There is no such command',
  nth: 'Camera {{n}}',
  photo: 'Codes from a photo',
  photoBad: 'The photo cannot be read',
  photoFault: {
    broken: 'The file is damaged or of a kind that this browser does not open. Take the photo again, as JPEG or PNG.',
    noImage: 'This is not a picture. Choose a photo (JPEG, PNG, GIF, WebP, BMP).',
    tooLarge: 'The file has more than {{bytes}} MB. Choose a smaller photo.',
    tooLong: 'It took too long to look for codes in it. Cut the photo to the label.',
    tooManyPixels: 'The picture has more than {{pixels}} million pixels. Choose a smaller photo.',
  },
  point: 'Point the camera at a code',
  scanned_one: '{{count}} scanned',
  scanned_other: '{{count}} scanned',
  torch: 'Light',
  trouble: {
    busy: 'The camera does not answer',
    denied: 'The camera is not allowed',
    insecure: 'No camera without a secure connection',
    none: 'There is no camera',
  },
  troubleDo: {
    busy: 'Another program may use it. Close that one, or choose another camera, and try again.',
    denied: "Allow it for this page in the browser's settings, beside the address, and try again.",
    insecure:
      'Browsers give the camera to pages with https only. The server has it with gozinto serve --tls; ask whoever runs it. A photo can be read all the same.',
    none: 'Connect one and try again, or choose a photo.',
  },
  which: 'Choose the camera',
  withCamera: 'Scan with the camera',
}
