import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Text } from '../../language/text.ts';
import type { Pressed, WriteFile } from '../../ports/act.ts';
import type { Log } from '../../ports/log.ts';
import type { UploadFile } from './file-uploader.ts';

const NOT_UPLOADED: Text = {
  en: 'The file could not be uploaded. Ask for it again.',
  zh: '文件未能上传，请重新发送命令。',
};

const UploadInfo = z.looseObject({
  name: z.string().max(1000),
  uploadUrl: z.string().max(10_000),
  contentUrl: z.string().max(10_000),
  uniqueId: z.string().max(1000),
  fileType: z.string().max(100),
});
type UploadInfo = z.infer<typeof UploadInfo>;

/** What Teams sends when somebody takes or declines an offered file ("Send and receive files" in its documentation). */
const Consent = z.looseObject({
  action: z.enum(['accept', 'decline']),
  context: z.unknown(),
  uploadInfo: UploadInfo.nullish(),
});

export interface ConsentTools {
  readonly writeFile: WriteFile;
  readonly uploadFile: UploadFile;
  readonly log: Log;
}

/** Uploads a file that was accepted, and shows it in the chat. What was declined needs no answer. */
export async function answerConsent(
  context: Pick<TurnContext, 'sendActivity'>,
  value: unknown,
  pressed: Pressed,
  { writeFile, uploadFile, log }: ConsentTools,
): Promise<void> {
  const { action, uploadInfo, context: asked } = Consent.safeParse(value).data ?? {};
  if (action !== 'accept' || !uploadInfo) {
    return;
  }
  const file = await writeFile({ ...pressed, data: asked });
  const isUploaded = file !== null && (await uploadFile(uploadInfo.uploadUrl, file.text));
  log.info('file.accepted', { isKnown: file !== null, isUploaded });
  await context.sendActivity(isUploaded ? fileActivity(uploadInfo) : failedActivity(pressed));
}

function fileActivity({ name, contentUrl, uniqueId, fileType }: UploadInfo): Partial<Activity> {
  const content = { uniqueId, fileType };
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  return { type: ActivityTypes.Message, attachments: [{ contentType, contentUrl, name, content }] };
}

function failedActivity({ language }: Pressed): Partial<Activity> {
  return { type: ActivityTypes.Message, text: NOT_UPLOADED[language] };
}
