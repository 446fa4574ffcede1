import { FileTrigger } from 'react-aria-components';
import type { ButtonProps } from './button.js';
import { Button } from './button.js';

/** A button that asks for one file. What is in the file is nothing to be trusted; whoever reads it has to look. */
export function FileButton({ accept, onChoose, ...button }: Omit<ButtonProps, 'onPress'> & { accept: readonly string[]; onChoose: (file: File) => void }) {
  return (
    <FileTrigger acceptedFileTypes={[...accept]} onSelect={(files) => {
      const file = files?.item(0);
      if (file) onChoose(file);
    }}>
      <Button {...button} />
    </FileTrigger>
  );
}
