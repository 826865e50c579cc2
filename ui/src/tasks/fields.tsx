// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { Autocomplete, Loader, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { api, segment } from '../api/client'

type Master = { code: string; name?: string; active?: boolean }

type FieldProps = {
  label: string
  value: string
  onChange: (code: string) => void
  description?: string
  placeholder?: string
  required?: boolean
  error?: string
  disabled?: boolean
}

/**
 * A master record by its code, found by typing a part of its code or name. The code counts when the field is left or
 * an entry is chosen; a scan fills it from anywhere on the page.
 */
function MasterField({ rooms, ...props }: FieldProps & { rooms: readonly ('items' | 'places' | 'partners')[] }) {
  const { label, value, onChange, description, placeholder, required, error, disabled } = props
  const [text, setText] = useState(value)
  const [searched] = useDebouncedValue(text, 120)
  useEffect(() => setText(value), [value])

  const { data, isFetching } = useQuery({
    queryKey: ['masters', rooms, searched],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        rooms.map(room => api.get<{ items: Master[] }>(`/${room}`, { q: searched, limit: 20 }, signal)),
      )
      return pages.flatMap(page => page.items).filter(master => master.active !== false)
    },
  })
  const names = new Map((data ?? []).map(master => [master.code, master.name]))
  const name = names.get(value)

  return (
    <Autocomplete
      label={label}
      description={description ?? (name && name !== value ? name : undefined)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={placeholder}
      required={required}
      withAsterisk={false}
      error={error}
      disabled={disabled}
      value={text}
      onChange={setText}
      onOptionSubmit={onChange}
      onBlur={() => text.trim() !== value && onChange(text.trim())}
      onKeyDown={e => e.key === 'Enter' && text.trim() !== value && onChange(text.trim())}
      data={[...names.keys()]}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          <span className="code">{option.value}</span> <span className="muted">{names.get(option.value)}</span>
        </span>
      )}
      rightSection={isFetching && text !== value ? <Loader size={14} aria-hidden /> : undefined}
      size="md"
      data-takes-scans
      spellCheck={false}
      autoCapitalize="off"
    />
  )
}

/** The name of a record where it has one, for lines in which a code says too little. */
export function useNameOf(room: 'items' | 'places' | 'partners', code: string | undefined): string {
  const { data } = useQuery({
    queryKey: ['tasks', room, code],
    queryFn: () => api.get<Master>(`/${room}/${segment(code ?? '')}`),
    enabled: Boolean(code),
    retry: false,
  })
  return data?.name || code || ''
}

export function ItemField(props: FieldProps) {
  return <MasterField {...props} rooms={['items']} />
}

export function PlaceField(props: FieldProps) {
  return <MasterField {...props} rooms={['places']} />
}

export function PartnerField(props: FieldProps) {
  return <MasterField {...props} rooms={['partners']} />
}

/** A text or a day that somebody types. */
export function TextField(props: {
  label: string
  value: string
  onChange: (text: string) => void
  type?: 'date'
  rightSection?: ReactNode
}) {
  const { onChange, type = 'text', ...field } = props
  return <TextInput {...field} type={type} onChange={e => onChange(e.currentTarget.value)} size="md" />
}
