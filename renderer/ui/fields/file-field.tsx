/** A file, dropped or chosen, read only when it is small enough. */
import { type DragEvent, useState } from 'react';
import { Button } from '../button.tsx';
import { Field, type FieldProps } from './field.tsx';
import { type PickedFile, readFile, sizeText } from './picked-file.ts';

export interface FileFieldProps extends FieldProps {
  readonly value: PickedFile | null;
  readonly onChange: (file: PickedFile | null) => void;
  /** As for the `accept` of an input: `.csv,.xlsx`. */
  readonly accept?: string;
  /** 20 MB unless told. Larger files are refused before they are read. */
  readonly maxBytes?: number;
}

export function FileField({ value, onChange, accept, maxBytes = 20_000_000, ...field }: FileFieldProps) {
  const [refused, setRefused] = useState<string>();
  const [over, setOver] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    const read = await readFile(file, maxBytes);
    setRefused(read.ok ? undefined : read.refusal.reason);
    onChange(read.ok ? read.value : null);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <Field {...field} error={refused ?? field.error}>
      {(ties) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra, the input inside does the same by keyboard
        <div
          className={over ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          <input
            {...ties}
            className="sr"
            type="file"
            accept={accept}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <label className="btn" htmlFor={ties.id}>
            Choose a file
          </label>
          {value ? (
            <>
              <span className="cut">
                {value.name} <span className="f q">{sizeText(value.bytes)}</span>
              </span>
              <Button onClick={() => onChange(null)}>Remove</Button>
            </>
          ) : (
            <span className="q">or drop it here, at most {sizeText(maxBytes)}</span>
          )}
        </div>
      )}
    </Field>
  );
}
