import { Link } from '@tanstack/react-router';

/** An object by its name, with the way to its page. */
export function Named({ path, of }: { path: string; of: { id: string; name: string } | undefined }) {
  return of ? <Link to={path} params={{ id: of.id } as never}>{of.name}</Link> : <>–</>;
}
