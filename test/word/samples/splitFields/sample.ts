// Fields as Word splits them: instruction over runs, spelling marks in between, no result, two fields in one run, text in a field's own run.
import { char, code, field, para, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const split =
  char('begin', '<w:b/>') +
  code(' MERGE') +
  code('FIELD ') +
  '<w:proofErr w:type="spellStart"/>' +
  code('"First') +
  code(' Name" ') +
  '<w:proofErr w:type="spellEnd"/>' +
  code('\\* MERGEFORMAT ') +
  char('separate') +
  text('«First', '<w:b/>') +
  text(' Name»') +
  char('end')
const withoutResult = char('begin') + code(' MERGEFIELD Company ') + char('end')
const oneRun =
  '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Dear </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>MERGEFIELD City</w:instrText><w:fldChar w:fldCharType="end"/>' +
  '<w:t xml:space="preserve"> and </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>MERGEFIELD Post_Code</w:instrText><w:fldChar w:fldCharType="end"/><w:t>!</w:t></w:r>'
const marked =
  char('begin') +
  '<w:bookmarkStart w:id="0" w:name="inside"/>' +
  code(' MERGEFIELD Phone ') +
  char('separate') +
  text('«Phone»') +
  char('end') +
  '<w:bookmarkEnd w:id="0"/>'

export default sample({
  asItIs: true,
  records: [{ 'First Name': 'Ann', Company: 'Acme', City: 'Rome', Post_Code: '1', Phone: '2' }, { 'First Name': 'Bo' }],
  letters: [
    ['Name: Ann', 'Acme', 'Dear Rome and 1!', '2', 'Page 1', 'Yours'],
    ['Name: Bo', 'Dear  and !', 'Page 1', 'Yours'],
  ],
  source: () => ({
    body:
      para(text('Name: ') + split) +
      para(withoutResult) +
      para(oneRun) +
      para(marked) +
      para(text('Page ') + field('PAGE', '1')) +
      para(text('Yours')),
  }),
})
