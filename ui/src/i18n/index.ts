// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

/** The languages of the screens; English is the source, and the others must have the same keys. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const

export type Language = keyof typeof LANGUAGES

const KEPT = 'gozinto.language'

const texts: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./languages/en'),
  de: () => import('./languages/de'),
}

function wanted(): Language {
  const kept = localStorage.getItem(KEPT)
  const all = [kept, ...navigator.languages.map(tag => tag.slice(0, 2))]
  return (all.find(tag => tag !== null && tag in LANGUAGES) as Language | undefined) ?? 'en'
}

export async function startLanguage() {
  const language = wanted()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'texts',
    resources: { [language]: { texts: (await texts[language]()).default } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

export async function changeLanguage(language: Language) {
  if (!i18next.hasResourceBundle(language, 'texts')) {
    i18next.addResourceBundle(language, 'texts', (await texts[language]()).default)
  }
  localStorage.setItem(KEPT, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

export function currentLanguage(): Language {
  return (i18next.language as Language | undefined) ?? 'en'
}
