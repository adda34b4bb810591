// A text box stands twice in the file, for newer and for older readers; both show the same values.
import { field, para, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const words = `<w:txbxContent>${para(text('Box for ') + field('MERGEFIELD Name'))}</w:txbxContent>`
const box =
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="3000000" cy="600000"/><wp:docPr id="1" name="Box"/>' +
  '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>' +
  `<wps:txbx>${words}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:rect id="Box1" style="width:236pt;height:47pt"><v:textbox>${words}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

export default sample({
  asItIs: true,
  records: [{ Name: 'Ann', City: 'Rome' }, { Name: 'Bo' }],
  letters: [
    { body: ['Letter', '', 'Box for Ann', 'Rome', 'End'], fallback: ['Box for Ann'] },
    { body: ['Letter', '', 'Box for Bo', 'End'], fallback: ['Box for Bo'] },
  ],
  source: () => ({ body: para(text('Letter')) + para(box) + para(field('MERGEFIELD City')) + para(text('End')) }),
})
