// A text box as Word writes it: once for newer readers, once for older ones.

export const textBox = (id: number, paragraphs: string): string => {
  const words = `<w:txbxContent>${paragraphs}</w:txbxContent>`
  const uri = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
  const size = 'cx="3000000" cy="600000"'
  return (
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${id}" name="Box ${id}"/>` +
    `<a:graphic><a:graphicData uri="${uri}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>` +
    `<wps:txbx>${words}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:rect id="Box${id}" style="width:236pt;height:47pt"><v:textbox>${words}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  )
}
